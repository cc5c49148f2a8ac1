import { createServer } from "node:net";

/**
 * Unused ports of 127.0.0.1. All are taken at once, so that no two are the same.
 *
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => /** @type {import("node:net").AddressInfo} */ (server.address()).port);
  await Promise.all(servers.map((server) => new Promise((settle) => server.close(settle))));
  return ports;
}

/** @returns {Promise<number>} */
export async function freePort() {
  const [port = 0] = await freePorts(1);
  return port;
}

/** @returns {Promise<import("node:net").Server>} a server at a port that the system chose */
function listening() {
  const server = createServer();
  return new Promise((settle, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => settle(server));
  });
}
