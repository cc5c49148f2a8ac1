import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of a test, on a free port of this machine. */
export interface HttpServer {
  /** `127.0.0.1:40000` */
  readonly host: string;
  readonly url: string;
  /** Ends it, with the connections that are open; one that has ended stays so. */
  stop(): Promise<void>;
}

export async function startHttpServer(answer: RequestListener): Promise<HttpServer> {
  const server = createServer(answer);
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = (): Promise<void> =>
    new Promise((stopped) => {
      server.close(() => stopped());
      server.closeAllConnections();
    });
  return { host, url: `http://${host}`, stop };
}
