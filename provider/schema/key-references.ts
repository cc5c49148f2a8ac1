import { boolean, object, required, string, structural } from "./fields";

const optional = (kind: string) =>
  structural(
    boolean(`Whether the ${kind} or the key may be missing. Such a reference is looked up only in \`selectFrom\`. Default false.`),
  );

/** One entry of a Secret. */
export const secretKey = object("SecretKeySelector", "An entry of a Secret. White space at the end of its value is cut off.", {
  name: structural(string("Name of the Secret. Its namespace is that of the referring resource.")),
  key: required(structural(string("Key in the Secret's data. A missing key is an error."))),
  optional: optional("Secret"),
});

/** One entry of a ConfigMap. */
export const configMapKey = object("ConfigMapKeySelector", "An entry of a ConfigMap. White space at the end of its value is cut off.", {
  name: structural(string("Name of the ConfigMap. Its namespace is that of the referring resource.")),
  key: required(structural(string("Key in the ConfigMap's data. A missing key is an error."))),
  optional: optional("ConfigMap"),
});

export const secretOrConfigMap = object(
  "SecretOrConfigMap",
  "An entry of a Secret or of a ConfigMap. With both given, the Secret is read.",
  {
    secret: secretKey,
    configMap: configMapKey,
  },
);
