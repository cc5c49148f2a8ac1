import { request as requestPlainly } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import type { Access } from "./kubeconfig";

/** An answer other than success. */
export class RefusedError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Time for one answer. */
const patience = 15_000;

/**
 * The answer of an API server to a request that reads.
 *
 * @throws RefusedError for any answer but 200; Error where none comes.
 */
export async function getJson<Answer>({ server, options }: Access, path: string): Promise<Answer> {
  const url = new URL(`${server}${path}`);
  const send = url.protocol === "http:" ? requestPlainly : request;
  const response = await new Promise<import("node:http").IncomingMessage>((done, fail) => {
    send(url, { ...options, method: "GET", timeout: patience, signal: AbortSignal.timeout(patience) }, done)
      .once("error", fail)
      .end();
  });
  const body = await text(response);
  const { statusCode: status = 0 } = response;
  if (status === 200) return JSON.parse(body) as Answer;
  const { origin, pathname } = url;
  if (status === 401)
    throw new RefusedError(`${origin} does not know the user of the kubeconfig: its credentials are wrong or have expired`, status);
  throw new RefusedError(`${origin} answers a request for ${pathname} with ${status}`, status);
}
