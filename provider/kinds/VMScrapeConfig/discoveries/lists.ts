import { integer, item, list, map, object, required, string, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";

export const staticConfig = object("StaticConfig", "Targets by their addresses.", {
  targets: list("Addresses of the targets, `host:port`.", item),
  labels: map("Labels of the targets.", item),
});

export const fileSDConfig = object(
  "FileSDConfig",
  "Targets from files of the scraper's container, which are read again when they change.",
  {
    files: required(
      list("Paths or URLs of the files; `*` in the last part stands for anything. At least one is needed.", item, { minItems: 1 }),
    ),
  },
);

export const httpSDConfig = object("HTTPSDConfig", "Targets from a URL that answers with a list of them in JSON.", {
  url: required(
    string("The URL that lists the targets.", {
      pattern: /^http(s)?:\/\/.+$/,
      minLength: 1,
      expected: "expected a URL that begins with http:// or https://",
      example: "http://discovery.example.com/targets",
    }),
  ),
  ...discoveryClientFields,
});

export const dnsSDConfig = object("DNSSDConfig", "Targets from DNS records.", {
  names: required(list("Names that are asked for. At least one is needed.", item, { minItems: 1 })),
  type: word("Type of the records. Default `SRV`, whose records hold the port as well.", ["SRV", "A", "AAAA", "MX"]),
  port: integer("Port of the targets, for other types than `SRV`."),
});
