/** The keys of a property path of Pulumi such as `metadata.annotations["example.com/owner"]` or `spec.ports[0].port`. */
export const propertyKeys = (path: string): (string | number)[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
    quoted !== undefined ? quoted.replaceAll(/\\(.)/g, "$1") : index !== undefined ? Number(index) : (plain ?? ""),
  );
