import { expect } from "chai";
import type { z } from "zod";
import { boolean, integer, list, map, object, required, string, structural, word } from "../../../provider/schema/fields";
import { kubernetes } from "../../../provider/schema/kubernetes-types";
import { parse } from "../../../provider/schema/parse";
import { mapSecrets } from "../../../provider/schema/secrets";
import { Values } from "../../../provider/values/values";

const schema = object("Example", "An example.", {
  name: required(structural(string("Name."))),
  replicas: integer("How many.", { minimum: 0 }),
  mode: structural(boolean("Decides.")),
  level: word("How loud.", ["INFO", "WARN"]),
  password: string("Password.", { secret: true, pattern: /^[a-z0-9]+$/, expected: "expected lower-case letters and digits" }),
  labels: map("Labels.", string("Value.")),
  tolerations: list("Tolerations.", kubernetes("core/v1:Toleration", "One.")),
});

const problems = (input: unknown, values = new Values()): string[] => {
  const result = parse(schema, input, values, "spec");
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe("validation", () => {
  it("names every problem by its path, with what would be right", () => {
    const input = {
      replica: 1,
      replicas: -1,
      mode: "yes",
      level: "info",
      labels: { "a/b": 1 },
      tolerations: [{ efect: "x", tolerationSeconds: "1" }],
    };
    expect(problems(input)).to.have.members([
      "spec.name: is required: expected text",
      "spec.replicas: expected an integer of at least 0, got -1",
      'spec.mode: expected a boolean, got "yes"',
      'spec.level: expected "INFO" or "WARN", got "info"',
      'spec.labels["a/b"]: expected text, got 1: put it in quotes',
      'spec.tolerations[0].tolerationSeconds: expected an integer, got "1": leave the quotes out',
      "spec.tolerations[0].efect: is not a field here; did you mean effect?",
      "spec.replica: is not a field here; did you mean replicas?",
    ]);
  });

  it("tells of quotes that are missing, and of those that are too many", () => {
    const period = object("Period", "A period.", { length: string("Length.", { pattern: /^[0-9]+d?$/, expected: "expected 30d" }) });
    const said = (of: z.ZodType, input: unknown): string[] => {
      const result = parse(of, input, new Values());
      return "problems" in result ? result.problems.map(({ message }) => message) : [];
    };
    expect(said(period, { length: 30 })).to.deep.equal(["expected 30d, got 30: put it in quotes"]);
    expect(said(period, { length: 1.5 })).to.deep.equal(["expected 30d, got 1.5"]);
    expect(said(schema, { name: "x", mode: "true" })).to.deep.equal(['expected a boolean, got "true": leave the quotes out']);
    expect(said(schema, { name: "x", replicas: "2" })).to.deep.equal(['expected an integer of at least 0, got "2": leave the quotes out']);
    expect(said(schema, { name: "x", replicas: "-2" })).to.deep.equal(['expected an integer of at least 0, got "-2"']);
  });

  it("lists the few fields of an object, and does not repeat a text in its place, which may be a credential", () => {
    const reference = object("Reference", "An entry of a Secret. More words.", { name: string("Name."), key: string("Key.") });
    const login = object("Login", "A login.", { user: reference, ways: list("Ways.", reference) });
    const said = (input: unknown): string[] => {
      const result = parse(login, input, new Values());
      return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
    };
    expect(said({ user: "hunter2", ways: {} })).to.deep.equal([
      "user: expected an object with name or key, got text; the field means: An entry of a Secret",
      "ways: expected a list, got an object: make it an item of a list",
    ]);
    expect(said({ name: "x" })).to.deep.equal(["name: is not a field here: expected user or ways"]);
    expect(problems({ name: "x", effect: "NoSchedule" })).to.deep.equal(["spec.effect: is not a field here; it is tolerations[].effect"]);
    expect(said({ user: { entry: "x" } })).to.deep.equal(["user.entry: is not a field here: expected name or key"]);
    expect(problems({ name: "x", entry: "x" })).to.deep.equal(["spec.entry: is not a field here"]);
  });

  it("takes null for absent", () => {
    expect(parse(schema, { name: "x", replicas: null, labels: { a: null } }, new Values())).to.deep.equal({
      value: { name: "x", labels: {} },
    });
  });

  it("accepts placeholders in leaves", () => {
    const values = new Values();
    const replicas = values.add({ path: "spec.replicas", secret: false });
    expect(parse(schema, { name: "x", replicas }, values)).to.deep.equal({ value: { name: "x", replicas } });
  });

  it("checks the value of a known secret and does not show it", () => {
    const values = new Values();
    const password = values.add({ path: "spec.password", secret: true, known: { value: "Hunter2!" } });
    const [problem] = problems({ name: "x", password }, values);
    expect(problem).to.equal("spec.password: expected lower-case letters and digits; the given secret value is different");
  });

  it("refuses a secret that decides the structure", () => {
    const values = new Values();
    const mode = values.add({ path: "spec.mode", secret: true, known: { value: true } });
    expect(problems({ name: "x", mode }, values)).to.deep.equal(["spec.mode: determines the derived objects and cannot be a secret"]);
  });

  it("opens structural leaves of a container that is secret as a whole, and keeps the others hidden", () => {
    const values = new Values();
    const hidden = (path: string, value: string | boolean) => values.add({ path, secret: true, known: { value }, opened: true });
    const result = parse(schema, { name: hidden("n", "x"), mode: hidden("m", true), password: hidden("p", "abc") }, values);
    expect(result).to.deep.equal({ value: { name: "x", mode: true, password: hidden("p", "abc") } });
  });

  it("defers to unknown values in the places of structure", () => {
    const values = new Values();
    const unknown = (path: string) => values.add({ path, secret: false });
    const input = { name: "x", mode: unknown("spec.mode"), tolerations: unknown("spec.tolerations") };
    expect(parse(schema, input, values, "spec")).to.deep.equal({ deferred: ["spec.mode", "spec.tolerations"] });
  });
});

describe("fields marked secret", () => {
  it("are found wherever they lie, and containers that are not plain data as a whole", () => {
    const outer = object("Outer", "Outer.", { items: list("Items.", schema), one: schema, plain: string("Plain.") });
    class Opaque {}
    const opaque = new Opaque();
    const found: [unknown, string][] = [];
    mapSecrets(outer, { items: [{ name: "a", password: "p" }], one: opaque, plain: opaque }, (value, path) => {
      found.push([value, path.join(".")]);
      return value;
    });
    expect(found).to.deep.equal([
      ["p", "items.0.password"],
      [opaque, "one"],
    ]);
  });
});
