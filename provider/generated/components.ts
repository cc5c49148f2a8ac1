// Made from the zod schemas by `npm run schema`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { kinds } from "../kinds";
import { Component } from "../pulumi/component";
import type { DefaultsArgs, ObjectMetadataArgs, OnInvalid, VMAgentSpecArgs, VMServiceScrapeSpecArgs, VMSingleSpecArgs } from "./inputs";

/** Arguments of VMAgent. */
export interface VMAgentArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** An agent that scrapes targets, takes in pushed samples, and writes all of them to one or more targets. */
  readonly spec: pulumi.Input<VMAgentSpecArgs>;
  /** What selectors and references see: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<unknown>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** What invalid objects in `selectFrom` do: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that `selectFrom` does not answer are read from the cluster. Default true where there is a cluster. */
  readonly readReferences?: boolean;
}

/** An agent that scrapes what scrape objects select, takes in what is pushed to it, and writes all samples to one or more targets. */
export class VMAgent extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the agent in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** Address for pushing samples to the agent by Prometheus's remote write protocol. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;

  constructor(name: string, args: VMAgentArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAgent, name, args, options);
  }
}

/** Arguments of VMServiceScrape. */
export interface VMServiceScrapeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of the pods behind Services, or of the Services themselves. */
  readonly spec: pulumi.Input<VMServiceScrapeSpecArgs>;
}

/** How the pods behind Services, or the Services themselves, are scraped by every VMAgent and VMSingle that selects it. */
export class VMServiceScrape extends Component {

  constructor(name: string, args: VMServiceScrapeArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMServiceScrape, name, args, options);
  }
}

/** Arguments of VMSingle. */
export interface VMSingleArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for metrics in a single pod, which can scrape targets as well. */
  readonly spec?: pulumi.Input<VMSingleSpecArgs>;
  /** What selectors and references see: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<unknown>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** What invalid objects in `selectFrom` do: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that `selectFrom` does not answer are read from the cluster. Default true where there is a cluster. */
  readonly readReferences?: boolean;
}

/** A database for metrics in a single pod, which takes in what is pushed to it and answers queries. */
export class VMSingle extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the database in the cluster, for queries. */
  declare readonly url: pulumi.Output<string>;
  /** Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;

  constructor(name: string, args: VMSingleArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMSingle, name, args, options);
  }
}
