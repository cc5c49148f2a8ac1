import type { z } from "zod";
import type { Context } from "../context";
import type { SourceKind, Sources } from "../convert/source";
import type { Derivation, OutputDescription } from "../derived";
import type { SelfScrape } from "../features/self-scrape";
import type { Shape } from "../schema/fields";
import type { Scraped, ScrapeKind } from "../scraping/scrape-kinds";
import type { SelectorFields } from "../selection";
import type { Backends } from "../vmauth/backend";
import type { CustomResource, Manifest } from "../world/objects";

/** One custom resource: its fields and their derivation. */
// biome-ignore lint/suspicious/noExplicitAny: the table of kinds holds kinds of different specs and arguments
export interface Kind<Spec = any, Arguments = any> {
  readonly kind: string;
  /** Group and version of its custom resources. */
  readonly apiVersion: string;
  /** Description of the component, for the package's schema. */
  readonly description: string;
  readonly spec: z.ZodType<Spec>;
  /** A spec for readers: editors, SDKs and documents show it. */
  readonly example: Spec;
  /** Arguments of the component beside `metadata` and `spec`: an object, which the derivation gets in its context. */
  readonly arguments?: z.ZodType<Arguments> & { readonly shape: Shape };
  /** Reports problems beyond the field types; switched off by the annotation `operator.victoriametrics.com/skip-validation: "true"`. */
  readonly check?: (resource: CustomResource<Spec>, context: KindContext<Arguments>) => void;
  /** Reports settings that selecting workloads would refuse; unlike `check`, it does not exclude the resource from selection. */
  readonly review?: (resource: CustomResource<Spec>, context: KindContext<Arguments>) => void;
  /** Names of the spec's fields that are filled with random text, made once and then kept, before anything is derived. */
  readonly generated?: (resource: CustomResource<Spec>) => readonly string[];
  /** Secrets that the resource becomes and that others may refer to; they join the world before anything is derived. */
  readonly secrets?: (resource: CustomResource<Spec>, context: KindContext<Arguments>) => readonly Manifest[];
  /** The scrape objects of the workload itself; they join the world before anything is derived. */
  readonly selfScrapes?: (resource: CustomResource<Spec>, context: KindContext<Arguments>) => readonly SelfScrape[];
  /** The derivation of the resource; undefined for a kind without objects of its own. */
  readonly derive?: (resource: CustomResource<Spec>, context: KindContext<Arguments>) => Derivation;
  /** The applications in its pods, by the value of the label `app.kubernetes.io/name` of its objects, which is the name of the main container too. */
  readonly applications?: Readonly<Record<string, Application>>;
  /** Names and descriptions of the derivation's outputs; a bare description belongs to a text. */
  readonly outputs?: Readonly<Record<string, string | OutputDescription>>;
  /** How a resource of this kind chooses objects of another kind; undefined for kinds that it never looks at. */
  readonly selects?: (target: Kind) => Selecting<Spec> | undefined;
  /** The verb for a workload that selects such an object: it `evaluates` a VMRule. Default: `scrapes` for scrape objects, else `selects`. */
  readonly verb?: string;
  /** Of a scrape object: the scraper's fields that are about it, and the jobs that it becomes. */
  readonly scraped?: Scraped<Spec>;
  /** Targets for VMAuths and VMUsers, and the way of requests to them. */
  readonly backends?: Backends;
  /** The kind of the prometheus-operator whose objects become this one. */
  readonly convertedFrom?: SourceKind;
}

/** Facts about an application for reviews of changes. */
interface Application {
  /** Of a database: how long it keeps data where no flag says so, as its flag would say it. */
  readonly retention?: string;
}

/** The selection of one kind's objects by a workload, or the reason why it selects none. */
export type Selecting<Spec> = (workload: CustomResource<Spec>) => SelectorFields | { readonly none: string };

/** The knowledge of all kinds for derivations. */
export interface Kinds {
  readonly all: readonly Kind[];
  /** Undefined for kinds that are not ours. */
  readonly of: (name: string) => Kind | undefined;
  /** The kinds of scrape objects, in the order of their jobs. */
  readonly scraped: readonly ScrapeKind[];
  readonly backends: Backends;
  /** Kinds of custom resources that can only be referred to: nothing is derived from them. */
  readonly foreign: ReadonlySet<string>;
  readonly sources: Sources;
  /** Applications with the kinds that they belong to, by the values of the label of their objects. */
  readonly applications: ReadonlyMap<string, Application & { readonly kind: string }>;
}

/** The context of a derivation, with the knowledge of all kinds. */
export interface KindContext<Arguments = unknown> extends Context<Arguments> {
  readonly kinds: Kinds;
}
