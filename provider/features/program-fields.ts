import { type ApplicationName, programDefaults } from "../defaults";
import { described } from "../schema/fields";
import { canonicalQuantity } from "../text/quantity";
import { workloadFields } from "./workload-fields";

/** The fields whose descriptions have the defaults of a program. `name` is the program in these texts. */
export function programFields(application: ApplicationName, name: string = application) {
  const { image, port, requests, limits, terminationGracePeriodSeconds } = programDefaults[application];
  const amount = (text = ""): string => canonicalQuantity(text);
  return {
    image: described(`Image of ${name}. Default \`${image}\`.`, workloadFields.image),
    port: described(`Port, in quotes, that ${name} listens on and its Service offers. Default ${port}.`, workloadFields.port),
    resources: described(
      `Requests and limits of ${name}. Default ${amount(requests.cpu)} CPU and ${amount(requests.memory)} memory, at most ${amount(limits.cpu)} ` +
        `and ${amount(limits.memory)}. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless ` +
        "`useDefaultResources` is false.",
      workloadFields.resources,
    ),
    terminationGracePeriodSeconds: described(
      `Seconds that a pod has to stop before it is killed. Default ${terminationGracePeriodSeconds}.`,
      workloadFields.terminationGracePeriodSeconds,
    ),
  };
}
