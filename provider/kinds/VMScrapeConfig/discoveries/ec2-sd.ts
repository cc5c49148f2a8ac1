import { filled } from "../../../config/keys";
import { described, object, string } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { filters, port, printedFilters } from "./common";
import { discovery } from "./discovery";

export const ec2SDConfigs = discovery({
  key: "ec2_sd_configs",
  description: "Targets from Amazon EC2.",
  config: object("EC2SDConfig", "Targets from the instances of Amazon EC2.", {
    region: string("Region. Default: that of the instance that the scraper runs on."),
    accessKey: described("Access key, in a Secret. Default: from the scraper's environment.", secretKey),
    secretKey: described("Secret key, in a Secret.", secretKey),
    roleARN: string("Role to be assumed."),
    port,
    filters: described("Conditions on the instances, in the form of `DescribeInstances`.", filters),
  }),
  keys: {
    region: ({ region }) => filled(region),
    access_key: ({ accessKey }, references, path) => references.filledValue(accessKey, `${path}.accessKey`),
    secret_key: ({ secretKey }, references, path) => references.filledValue(secretKey, `${path}.secretKey`),
    role_arn: ({ roleARN }) => filled(roleARN),
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
  },
});
