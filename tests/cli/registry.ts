import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A registry of packages that runs on this machine. */
interface Registry {
  readonly address: string;
  close(): void;
}

/** The registry that npm is set to. */
const others = process.env.npm_config_registry ?? "https://registry.npmjs.org/";

/** Opens a registry that has one packed package as its newest version, and leads to npm's own for all others. */
export async function registryWith(tarball: string, manifest: { readonly name: string; readonly version: string }): Promise<Registry> {
  const file = `/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`;
  const server = createServer(({ url = "" }, response) => {
    if (url === file) response.end(readFileSync(tarball));
    else if (url === `/${manifest.name}`)
      response.setHeader("content-type", "application/json").end(JSON.stringify(listed(manifest, address + file)));
    else response.writeHead(302, { location: new URL(url, others).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, close: () => server.close() };
}

/** What a registry says of a package with one version. */
const listed = (manifest: { readonly name: string; readonly version: string }, tarball: string): object => ({
  name: manifest.name,
  "dist-tags": { latest: manifest.version },
  versions: { [manifest.version]: { ...manifest, dist: { tarball } } },
});
