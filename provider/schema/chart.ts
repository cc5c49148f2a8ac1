import type { z } from "zod";
import { any, boolean, item, list, map, object, string } from "./fields";

/** Settings for fetching a chart. */
const chartFetching = object("ChartFetching", "Settings for fetching a chart from its repository.", {
  username: string("User name for the repository."),
  password: string("Password for the repository.", { secret: true }),
  caFile: string("File with certificate authorities for the repository's server."),
  certFile: string("File with the client's certificate for the repository."),
  keyFile: string("File with the key of `certFile`."),
  keyring: string("File with the public keys for `verify`."),
  verify: boolean("Checks the chart's signature. Default false."),
  devel: boolean("Accepts pre-releases, too, if `version` is not given. Default false."),
});

/** A Helm chart whose objects join a ConfigGroup. */
export const chart = object(
  "Chart",
  "A Helm chart whose objects join the group: rendered as `helm template` does, by the Kubernetes provider, without a release in the cluster.",
  {
    chart: string("Name of the chart in `repository`, `name/chart` of a repository that Helm knows, or a full `oci://` reference.", {
      minLength: 1,
    }),
    path: string("Folder or archive of a local chart, instead of `chart`; relative to the program's folder.", { minLength: 1 }),
    repository: string(
      "Repository of the chart: a URL (`https://…`), an OCI registry (`oci://…`), or the name of a repository that Helm knows.",
      {
        minLength: 1,
      },
    ),
    version: string("Version of the chart. Default: the newest one at the time of the run."),
    values: map("Values for the chart's templates, which override its own. They must be known in a preview.", any("One value.")),
    namespace: string("Namespace of the release, and of the chart's objects without one. Default: the group's."),
    releaseName: string("Name of the release, which most charts put before the names of their objects. Default: the chart's name.", {
      minLength: 1,
    }),
    skipCRDs: boolean(
      "Leaves out the definitions in the chart's `crds` folder. Definitions of kinds that the group converts or derives from are always left out. " +
        "Default false.",
    ),
    includeTestHooks: boolean("Includes the objects of the chart's tests. Other hooks become ordinary objects. Default false."),
    apiVersions: list(
      "Entries for the templates' `.Capabilities.APIVersions` beside Kubernetes' own and the kinds that the group converts: `cert-manager.io/v1`, say. " +
        "The cluster's own are not read.",
      item,
    ),
    kubeVersion: string("Version of Kubernetes in the templates' `.Capabilities.KubeVersion`. Default: the cluster's."),
    fetching: chartFetching,
  },
);

export type Chart = z.output<typeof chart>;
