import { filled } from "../../../config/keys";
import { boolean, described, object, required, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { lowerCase, needed, port } from "./common";
import { discovery } from "./discovery";

export const openstackSDConfigs = discovery({
  key: "openstack_sd_configs",
  description: "Targets from OpenStack.",
  config: object("OpenStackSDConfig", "Targets from OpenStack.", {
    role: required(word("Kind of the targets: instances, or the hypervisors.", ["Instance", "instance", "Hypervisor", "hypervisor"])),
    region: needed("Region.", "eu-1"),
    identityEndpoint: string("URL of the identity service. Default: from the scraper's environment."),
    username: string("User name, together with the domain or else `userid`."),
    userid: string("Id of the user."),
    password: described("Password of the user, in a Secret.", secretKey),
    domainName: string("Domain of the user, by its name."),
    domainID: string("Domain of the user, by its id."),
    projectName: string("Project, by its name."),
    projectID: string("Project, by its id."),
    applicationCredentialName: string("Name of an application credential, instead of user and password."),
    applicationCredentialId: string("Id of an application credential."),
    applicationCredentialSecret: described("Secret of the application credential, in a Secret.", secretKey),
    allTenants: boolean("Lists the instances of all projects, which needs the rights of an administrator. Default false."),
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
  }),
  keys: {
    role: ({ role }, _, __, values) => lowerCase(role, values),
    region: ({ region }) => region,
    identity_endpoint: ({ identityEndpoint }) => filled(identityEndpoint),
    username: ({ username }) => filled(username),
    userid: ({ userid }) => filled(userid),
    password: ({ password }, references, path) => references.filledValue(password, `${path}.password`),
    domain_name: ({ domainName }) => filled(domainName),
    domain_id: ({ domainID }) => filled(domainID),
    project_name: ({ projectName }) => filled(projectName),
    project_id: ({ projectID }) => filled(projectID),
    application_credential_name: ({ applicationCredentialName }) => filled(applicationCredentialName),
    application_credential_id: ({ applicationCredentialId }) => filled(applicationCredentialId),
    application_credential_secret: ({ applicationCredentialSecret }, references, path) =>
      references.filledValue(applicationCredentialSecret, `${path}.applicationCredentialSecret`),
    all_tenants: ({ allTenants }) => allTenants,
    port: ({ port }) => port,
    availability: ({ availability }, _, __, values) => lowerCase(availability, values),
  },
});
