// Made from the zod schemas by `npm run schema`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { kinds } from "../kinds";
import { Component } from "../pulumi/component";
import type { ObjectMetadataArgs, VMAgentSpecArgs, VMServiceScrapeSpecArgs, VMSingleSpecArgs } from "./inputs";

/** Arguments of VMAgent. */
export interface VMAgentArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** An agent that scrapes targets, takes in pushed samples, and writes all of them to one or more targets. */
  readonly spec: pulumi.Input<VMAgentSpecArgs>;
}

/** VMAgent */
export class VMAgent extends Component {

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

/** VMServiceScrape */
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
}

/** VMSingle */
export class VMSingle extends Component {

  constructor(name: string, args: VMSingleArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMSingle, name, args, options);
  }
}
