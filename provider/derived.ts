import type { Tree } from "./text/tree";
import type { Manifest } from "./world/objects";

/** One derived Kubernetes object. */
export interface DerivedObject {
  /** Its role in the component, unique there: the child's name is the component's name, a dash and the role. */
  readonly role: string;
  readonly manifest: Manifest;
  /** Roles of earlier objects of the derivation that must exist and be ready first. */
  readonly after?: readonly string[];
  /** It is kept up to date even while the resource is paused, as the operator does with configuration. */
  readonly whilePaused?: boolean;
  /** The object is another's, and exists: only its fields given here are written, and taken out again in the end. */
  readonly isPatch?: boolean;
  /** Others write fields of the object, and state their field manager in it. */
  readonly isShared?: boolean;
  /** The object outlives the component. */
  readonly retainOnDelete?: boolean;
  /** Paths of fields that others own after creation, such as the replicas under an autoscaler. */
  readonly ignoreChanges?: readonly string[];
  /** Paths of fields that cannot change in a cluster; a change is refused with the procedure. */
  readonly immutable?: Readonly<Record<string, string>>;
  /** Of a StatefulSet: the loss caused by fewer pods, and how to avoid it; text of a warning. */
  readonly shrinking?: string;
  /** Time limit for the object in seconds or as a duration such as `30m`, where it does not follow from the pods. */
  readonly timeout?: string;
  /** Facts about its life, see `withLifecycles`. */
  readonly lifecycle?: Lifecycle;
  /** Of a StatefulSet: its claim templates. They cannot change in a cluster, so each pod's claims grow one by one. */
  readonly claimTemplates?: readonly ClaimTemplate[];
  /** Of a workload: where its custom resource has the fields for its pods. */
  readonly podFields?: PodFields;
}

/** Where a custom resource has the fields for the pods of a workload. */
export interface PodFields {
  /** Path of their spec: `spec`, or that of a part such as `spec.vmstorage`. */
  readonly path: string;
  /** Name of the main container. */
  readonly container: string;
}

/** A template for claims of a StatefulSet's pods, which are called `<name>-<StatefulSet>-<ordinal>`. */
export interface ClaimTemplate {
  readonly name: string;
  /** How much storage is asked for; undefined if not given. */
  readonly size?: string | number;
}

/** One piece of generated configuration, for readers: the text of each file, with placeholders. */
export interface GeneratedFiles {
  readonly role: string;
  readonly files: Readonly<Record<string, GeneratedFile>>;
}

/** A file as one text, and as data in named parts; without parts it is text that the user gave. */
export interface GeneratedFile {
  readonly text: string;
  readonly parts?: readonly GeneratedPart[];
}

/** A part of a file: a whole section of it (`global`, `route`), or one item of a section that is a list (a job, group, receiver or user). */
export interface GeneratedPart {
  /** Key of the section in the file: `scrape_configs`. */
  readonly section: string;
  /** Name of the item for readers. */
  readonly name?: string;
  /** Key of the custom resource that it comes from, where it comes from one that was selected. */
  readonly object?: string;
  readonly tree: Tree;
}

/** The derivation of a custom resource. */
export interface Derivation {
  readonly objects: readonly DerivedObject[];
  readonly configs: readonly GeneratedFiles[];
  /** Values for users: names and URLs of Services, say; their texts may hold placeholders. */
  readonly outputs: Readonly<Record<string, string | readonly Manifest[]>>;
}

/** An output that is not text. */
export interface OutputDescription {
  readonly description: string;
  readonly type: "manifests";
}

/** The pods of a Deployment or StatefulSet, as far as an applier needs to know them. */
interface Pods {
  /** Their number according to the object; undefined while it is not known. */
  readonly number: number | undefined;
  /** An autoscaler owns the number after creation. */
  readonly isScaled: boolean;
}

/** Facts about the life of an object, for its applier. */
export interface Lifecycle {
  /** Of a Deployment or StatefulSet. */
  readonly pods?: Pods;
  /** Seconds that a change of a StatefulSet may take: its pods start and stop one after the other. */
  readonly seconds?: number;
  /** Of a Service: it has no pods, since its workloads have 0 replicas. */
  readonly isIdle?: boolean;
}
