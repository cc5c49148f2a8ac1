import { filled } from "../../../config/keys";
import { described, object, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { needed, port } from "./common";
import { discovery } from "./discovery";

export const azureSDConfigs = discovery({
  key: "azure_sd_configs",
  description: "Targets from Azure.",
  config: object("AzureSDConfig", "Targets from the virtual machines of Azure.", {
    environment: string("Cloud. Default: the scraper's own, `AzurePublicCloud`."),
    authenticationMethod: word("How the scraper logs in. Default: the scraper's own, `OAuth`.", ["OAuth", "ManagedIdentity"]),
    subscriptionID: needed("Id of the subscription.", "11111111-2222-3333-4444-555555555555"),
    tenantID: string("Id of the tenant, for `OAuth`."),
    clientID: string("Id of the application, for `OAuth`, or of the managed identity."),
    clientSecret: described("The application's secret, in a Secret, for `OAuth`.", secretKey),
    resourceGroup: string("Resource group that the machines are in. Default: all."),
    port,
    ...discoveryClientFields,
  }),
  keys: {
    environment: ({ environment }) => filled(environment),
    authentication_method: ({ authenticationMethod }) => authenticationMethod,
    subscription_id: ({ subscriptionID }) => subscriptionID,
    tenant_id: ({ tenantID }) => filled(tenantID),
    client_id: ({ clientID }) => filled(clientID),
    client_secret: ({ clientSecret }, references, path) => references.filledValue(clientSecret, `${path}.clientSecret`),
    resource_group: ({ resourceGroup }) => filled(resourceGroup),
    port: ({ port }) => port,
  },
});
