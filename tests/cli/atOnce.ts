/** As many as there are processors on a small machine. */
const processors = 2;

/** Something that others wait for. */
interface Awaited<Result> {
  readonly promise: Promise<Result>;
  readonly resolve: (value: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** Does works two at a time, in their order. The answer gives the result of each by its name, as soon as it is there. */
export function twoAtOnce<Result>(works: Readonly<Record<string, () => Promise<Result>>>): (name: string) => Promise<Result> {
  const results = new Map<string, Awaited<Result>>(Object.keys(works).map((name) => [name, awaited<Result>()]));
  const waiting = Object.entries(works);
  const workOff = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, work] = next;
      await work().then(results.get(name)?.resolve, results.get(name)?.reject);
    }
  };
  for (let worker = 0; worker < processors; worker += 1) void workOff();
  return (name) => results.get(name)?.promise ?? Promise.reject(new Error(`nothing is called ${name}`));
}

function awaited<Result>(): Awaited<Result> {
  let settle: Pick<Awaited<Result>, "resolve" | "reject"> | undefined;
  const promise = new Promise<Result>((resolve, reject) => {
    settle = { resolve, reject };
  });
  promise.catch(() => undefined); // the test of this name hears of it
  if (!settle) throw new Error("a promise runs its executor at once");
  return { promise, ...settle };
}
