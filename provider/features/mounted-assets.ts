import type { AssetSource, TLSAssets } from "../config/assets";
import { grouped } from "../text/grouped";
import type { Volume } from "../workload/plain";
import { type Mounted, mountedSecret } from "../workload/volumes";

/** A generated Secret, read-only, and beside its files those that are mounted from other Secrets and ConfigMaps. */
export function mountedAssets(volumeName: string, secretName: string, mountPath: string, assets?: TLSAssets): Mounted {
  const { mount, volume } = mountedSecret(volumeName, secretName, mountPath);
  if (!assets || assets.mounted.size === 0) return { mount, volume };
  return { mount, volume: { name: volumeName, projected: { sources: [{ secret: { name: secretName } }, ...projections(assets)] } } };
}

type Projection = NonNullable<NonNullable<Volume["projected"]>["sources"]>[number];

/** The mounted files of each Secret and ConfigMap. */
function projections({ mounted }: TLSAssets): Projection[] {
  const itemsOfSources = grouped([...mounted].map(([path, { kind, name, key }]) => [`${kind}/${name}`, { key, path }]));
  return [...itemsOfSources].map(([id, items]) => {
    const [kind, name] = id.split("/") as [AssetSource["kind"], string];
    return kind === "Secret" ? { secret: { name, items } } : { configMap: { name, items } };
  });
}
