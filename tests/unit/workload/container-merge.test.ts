import { expect } from "chai";
import { Values } from "../../../provider/values/values";
import { mergedContainers } from "../../../provider/workload/container-merge";
import type { Container } from "../../../provider/workload/plain";

const merged = (derived: Omit<Container, "name">, patch: Omit<Container, "name">): Container | undefined =>
  mergedContainers([{ name: "app", ...derived }], [{ name: "app", ...patch }], new Values())[0];

const variables = (names: string) => ({ env: [...names].map((name) => ({ name, value: name.toLowerCase() })) });

describe("containers of the user", () => {
  it("keep their order, and where it is open come before derived items", () => {
    const orders = [
      ["AB", "BC", "ABC"],
      ["A", "X", "XA"],
      ["ABC", "XB", "XABC"],
      ["ABC", "CX", "ABCX"],
      ["ABC", "BXA", "BXAC"],
    ] as const;
    for (const [derived, patch, result] of orders) {
      const { env = [] } = merged(variables(derived), variables(patch)) ?? {};
      expect(env.map(({ name }) => name).join(""), `${patch} on ${derived}`).to.equal(result);
    }
  });

  it("merge items by the keys of Kubernetes, and replace other lists", () => {
    const derived: Container = {
      name: "app",
      args: ["-a", "-b"],
      ports: [
        { name: "http", containerPort: 80, protocol: "TCP" },
        { name: "udp", containerPort: 80, protocol: "UDP" },
      ],
      volumeMounts: [{ name: "data", mountPath: "/data", readOnly: true }],
      securityContext: { capabilities: { drop: ["ALL"] }, runAsNonRoot: true },
    };
    const result = merged(derived, {
      args: ["-c"],
      ports: [{ containerPort: 80, hostPort: 8080 }],
      volumeMounts: [{ name: "mine", mountPath: "/data" }],
      securityContext: { capabilities: { drop: ["NET_RAW"] } },
    });
    expect(result).to.deep.equal({
      name: "app",
      args: ["-c"],
      ports: [
        { name: "http", containerPort: 80, protocol: "TCP", hostPort: 8080 },
        { name: "udp", containerPort: 80, protocol: "UDP" },
      ],
      volumeMounts: [{ name: "mine", mountPath: "/data", readOnly: true }],
      securityContext: { capabilities: { drop: ["NET_RAW"] }, runAsNonRoot: true },
    });
  });

  it("add a second check to a probe", () => {
    const { readinessProbe } =
      merged({ readinessProbe: { httpGet: { port: 80 }, periodSeconds: 5 } }, { readinessProbe: { exec: { command: ["x"] } } }) ?? {};
    expect(readinessProbe).to.deep.equal({ httpGet: { port: 80 }, periodSeconds: 5, exec: { command: ["x"] } });
  });

  it("change nothing by zero and false, except where these are values of their own", () => {
    const derived: Omit<Container, "name"> = {
      image: "a",
      tty: true,
      args: ["-a"],
      securityContext: { readOnlyRootFilesystem: true, runAsUser: 5 },
    };
    const patch = { image: "", tty: false, args: [], securityContext: { readOnlyRootFilesystem: false, runAsUser: 0 } };
    expect(merged(derived, patch)).to.deep.equal({
      name: "app",
      image: "a",
      tty: true,
      args: ["-a"],
      securityContext: { readOnlyRootFilesystem: false, runAsUser: 0 },
    });
  });

  it("follow the derived ones if their names are others", () => {
    const names = mergedContainers([{ name: "app" }], [{ name: "b" }, { name: "app", image: "x" }, { name: "a" }], new Values()).map(
      ({ name }) => name,
    );
    expect(names).to.deep.equal(["app", "b", "a"]);
  });
});
