import * as pulumi from "@pulumi/pulumi";

/**
 * The options of a component as its user gave them; the SDK's server changes two of them. It names the time-out of a deletion as the message of the
 * protocol does with empty texts for missing ones, and it treats the resource of `deletedWith` as a provider, which shortens its URN.
 */
export async function givenOptions(options: pulumi.ComponentResourceOptions): Promise<pulumi.ComponentResourceOptions> {
  const { customTimeouts, deletedWith, ...others } = options;
  return {
    ...others,
    ...(customTimeouts && { customTimeouts: givenTimeouts(customTimeouts) }),
    ...(deletedWith && { deletedWith: await givenResource(deletedWith) }),
  };
}

/** Time-outs by the names of the protocol's message in JavaScript, where `delete` is a reserved word. */
interface ReceivedTimeouts extends pulumi.CustomTimeouts {
  readonly pb_delete?: string;
}

function givenTimeouts(received: ReceivedTimeouts): pulumi.CustomTimeouts {
  const { create, update, delete: deletion, pb_delete } = received;
  return { create: create || undefined, update: update || undefined, delete: deletion || pb_delete || undefined };
}

/** The parts into which the SDK split the URN at its last `::`, as if it were a provider's URN and ID, put together. */
async function givenResource(received: pulumi.Resource): Promise<pulumi.Resource> {
  const [urn, id] = await Promise.all([received.urn, (received as pulumi.CustomResource).id].map(contentOf));
  return new pulumi.DependencyResource(id ? `${urn}::${id}` : String(urn));
}

/** The content of an Output; the SDK's types hide its accessor. */
const contentOf = (output: pulumi.Output<string> | undefined): Promise<string> | undefined =>
  (output as unknown as { promise(): Promise<string> } | undefined)?.promise();
