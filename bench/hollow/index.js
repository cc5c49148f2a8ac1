/** Components of the package's types with nothing of their own, but for the Deployment that tells a successful preview: what Pulumi takes by itself. */
const pulumi = require("@pulumi/pulumi");
const { version } = require("@pulumi/kubernetes/package.json");

class VMServiceScrape extends pulumi.ComponentResource {
  /** @param {string} name @param {pulumi.Inputs} args @param {pulumi.ComponentResourceOptions} [options] */
  constructor(name, args, options) {
    super("victoriametrics:index:VMServiceScrape", name, args, options);
  }
}

class VMAgent extends pulumi.ComponentResource {
  /** @param {string} name @param {pulumi.Inputs} args @param {pulumi.ComponentResourceOptions} [options] */
  constructor(name, args, options) {
    super("victoriametrics:index:VMAgent", name, args, options);
    const metadata = { name, namespace: "monitoring" };
    const manifest = { apiVersion: "apps/v1", kind: "Deployment", metadata };
    new pulumi.CustomResource("kubernetes:apps/v1:Deployment", `${name}-vmagent-deployment`, manifest, { parent: this, version });
  }
}

module.exports = { VMServiceScrape, VMAgent };
