import { boolean, described, integer, item, list, object, required, string, stringOrList, structural, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { filters } from "./containers";

const port = integer("Port of the targets. Default: the scraper's own, 80.");
const needed = (description: string, example: string) => required(string(description, { minLength: 1, example }));

export const ec2SDConfig = object("EC2SDConfig", "Targets from the instances of Amazon EC2.", {
  region: string("Region. Default: that of the instance that the scraper runs on."),
  accessKey: described("Access key, in a Secret. Default: what the environment of the scraper offers.", secretKey),
  secretKey: described("Secret key, in a Secret.", secretKey),
  roleARN: string("Role to be assumed."),
  port,
  filters: described("Conditions on the instances, as `DescribeInstances` takes them.", filters),
});

export const azureSDConfig = object("AzureSDConfig", "Targets from the virtual machines of Azure.", {
  environment: string("Cloud. Default: the scraper's own, `AzurePublicCloud`."),
  authenticationMethod: word("How the scraper logs in. Default: the scraper's own, `OAuth`.", ["OAuth", "ManagedIdentity"]),
  subscriptionID: needed("Id of the subscription.", "11111111-2222-3333-4444-555555555555"),
  tenantID: string("Id of the tenant, for `OAuth`."),
  clientID: string("Id of the application, for `OAuth`, or of the managed identity."),
  clientSecret: described("The application's secret, in a Secret, for `OAuth`.", secretKey),
  resourceGroup: string("Resource group that the machines are in. Default: all."),
  port,
  ...discoveryClientFields,
});

export const gceSDConfig = object("GCESDConfig", "Targets from the instances of Google Compute Engine.", {
  project: needed("Id of the project.", "shop-123"),
  zone: required(stringOrList("Zone of the instances, or several of them; `*` stands for all.", { example: "europe-west1-b" })),
  filter: string("Condition on the instances, as the API takes it."),
  port,
  tagSeparator: string("Text between the tags of an instance in the label that holds them all. Default: the scraper's own, `,`."),
});

export const openStackSDConfig = object("OpenStackSDConfig", "Targets from OpenStack.", {
  role: required(word("What becomes a target: instances, or the hypervisors.", ["Instance", "instance", "Hypervisor", "hypervisor"])),
  region: needed("Region.", "eu-1"),
  identityEndpoint: string("URL of the identity service. Default: what the environment of the scraper says."),
  username: string("User name, together with the domain or else `userid`."),
  userid: string("Id of the user."),
  password: described("Password of the user, in a Secret.", secretKey),
  domainName: string("Domain of the user, by its name."),
  domainID: string("Domain of the user, by its id."),
  projectName: string("Project, by its name."),
  projectID: string("Project, by its id."),
  applicationCredentialName: string("Name of an application credential, in the place of user and password."),
  applicationCredentialId: string("Id of an application credential."),
  applicationCredentialSecret: described("Secret of the application credential, in a Secret.", secretKey),
  allTenants: boolean("Lists the instances of all projects, which takes the rights of an administrator. Default false."),
  port,
  availability: word("Which of the endpoints of the services is asked. Default: the scraper's own, `public`.", [
    "Public",
    "public",
    "Admin",
    "admin",
    "Internal",
    "internal",
  ]),
  tlsConfig: discoveryClientFields.tlsConfig,
});

export const digitalOceanSDConfig = object("DigitalOceanSDConfig", "Targets from the droplets of DigitalOcean.", {
  server: string("Address of the API. Default: the public one.", { example: "https://api.digitalocean.com" }),
  port,
  ...discoveryClientFields,
});

export const hetznerSDConfig = object("HetznerSDConfig", "Targets from the servers of Hetzner.", {
  role: required(
    structural(
      word("Which servers: those of Hetzner Robot, or those of Hetzner Cloud (`hcloud` or `Cloud`).", [
        "robot",
        "Robot",
        "hcloud",
        "Cloud",
      ]),
    ),
  ),
  port,
  ...discoveryClientFields,
});

export const vultrSDConfig = object(
  "VultrSDConfig",
  "Targets from the instances of Vultr. The scraper refuses its whole configuration with the key that the operator writes for it.",
  {
    label: string("Label of the instances."),
    mainIP: string("Main address of the instances."),
    region: string("Region of the instances."),
    firewallGroupID: string("Firewall group of the instances."),
    hostname: string("Host name of the instances."),
    port,
    ...discoveryClientFields,
  },
);

export const ovhcloudSDConfig = object("OVHCloudSDConfig", "Targets from the servers of OVHcloud.", {
  service: required(
    structural(word("Which servers: virtual private servers, or dedicated ones.", ["vps", "VPS", "dedicated_server", "DedicatedServer"])),
  ),
  applicationKey: needed("Key of the application that asks.", "1a2b3c"),
  applicationSecret: required(described("Secret of the application, in a Secret.", secretKey)),
  consumerKey: required(described("Consumer key, in a Secret.", secretKey)),
  endpoint: string("Name of the API. Default: the scraper's own, `ovh-eu`."),
  ...discoveryClientFields,
});

export const yandexCloudSDConfig = object("YandexCloudSDConfig", "Targets from Yandex Cloud.", {
  service: required(word("What becomes a target: virtual machines, or databases of YDB.", ["compute", "ydb"])),
  yandexPassportOAuthToken: described(
    "OAuth token, in a Secret. Default: the service account of the machine that the scraper runs on.",
    secretKey,
  ),
  apiEndpoint: string("Address of the API. Default: the public one."),
  folderIDs: list("Ids of the folders. Default: all.", item),
  tlsConfig: discoveryClientFields.tlsConfig,
});
