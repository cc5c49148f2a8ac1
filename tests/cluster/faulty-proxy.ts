import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer, request, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster";

/** The treatment of one request. */
export type Fault = "none" | "slow" | "busy" | "broken" | "conflict" | "unanswered" | "cut";

/** A refusal in place of the API server's answer. */
interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusals: Readonly<Partial<Record<Fault, Refusal>>> = {
  busy: { status: 429, reason: "TooManyRequests", headers: { "Retry-After": "1" } },
  broken: { status: 500, reason: "InternalError" },
  conflict: { status: 409, reason: "Conflict" },
};

/** What the API server did, but does not say. */
const lost: Refusal = { status: 500, reason: "InternalError" };

/** How long a slow answer takes. */
const delay = 1500;

/** A proxy in front of the API server that does not always let requests through. It listens on 127.0.0.1 alone. */
export class FaultyProxy {
  readonly #server: Server;
  readonly #agent = new Agent({ rejectUnauthorized: false, keepAlive: true });
  readonly #target: string;
  /** The treatment of a request. */
  choose: (method: string, path: string) => Fault = () => "none";

  private constructor({ server, certificate }: Cluster) {
    this.#target = server;
    this.#server = createServer(certificate, (incoming, outgoing) => {
      void this.#treat(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  static async start(cluster: Cluster): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(cluster);
    await new Promise<void>((settle) => proxy.#server.listen(0, "127.0.0.1", settle));
    return proxy;
  }

  get address(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }

  async #treat(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fault = this.choose(incoming.method ?? "GET", incoming.url ?? "");
    if (fault === "cut") return void outgoing.destroy();
    if (fault === "slow") await sleep(delay);
    if (outgoing.destroyed) return; // its reader did not wait
    const refusal = refusals[fault];
    if (refusal) {
      incoming.resume();
      return refuse(outgoing, refusal);
    }
    const answer = await this.#forward(incoming, outgoing);
    if (fault === "unanswered") {
      answer.resume().once("end", () => refuse(outgoing, lost));
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(outgoing);
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<IncomingMessage> {
    const { method, headers, url } = incoming;
    return new Promise((settle, fail) => {
      const forwarded = request(`${this.#target}${url}`, { method, headers, agent: this.#agent }, settle).once("error", fail);
      outgoing.once("close", () => forwarded.destroy()); // a watch ends with its reader
      incoming.pipe(forwarded);
    });
  }
}

function refuse(outgoing: ServerResponse, { status, reason, headers }: Refusal): void {
  const body = { apiVersion: "v1", kind: "Status", metadata: {}, status: "Failure", message: `a test: ${reason}`, reason, code: status };
  outgoing.writeHead(status, { ...headers, "Content-Type": "application/json" }).end(JSON.stringify(body));
}
