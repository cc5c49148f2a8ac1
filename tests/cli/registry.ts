import { readFileSync } from "node:fs";
import { type HttpServer, startHttpServer } from "../http-server";

/** The registry that npm is set to. */
const others = process.env.npm_config_registry ?? "https://registry.npmjs.org/";

/** Opens a registry that has one packed package as its newest version, and leads to npm's own for all others. */
export async function registryWith(tarball: string, manifest: { readonly name: string; readonly version: string }): Promise<HttpServer> {
  const file = `/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`;
  const server = await startHttpServer(({ url = "" }, response) => {
    if (url === file) response.end(readFileSync(tarball));
    else if (url === `/${manifest.name}`)
      response.setHeader("content-type", "application/json").end(JSON.stringify(listed(manifest, server.url + file)));
    else response.writeHead(302, { location: new URL(url, others).href }).end();
  });
  return server;
}

/** What a registry says of a package with one version. */
const listed = (manifest: { readonly name: string; readonly version: string }, tarball: string): object => ({
  name: manifest.name,
  "dist-tags": { latest: manifest.version },
  versions: { [manifest.version]: { ...manifest, dist: { tarball } } },
});
