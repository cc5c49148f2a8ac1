/** Where Alertmanager has its files, as its container sees them. */

/** The unpacked configuration. */
export const configFolder = "/etc/alertmanager/config";
export const configurationFile = "alertmanager.yaml";

/** The generated Secret: files that the configuration refers to, and those of the web server and of the cluster. */
export const filesFolder = "/etc/alertmanager/tls_assets";
export const webFile = "webserver_config.yaml";
export const gossipFile = "gossip_config.yaml";

/** Alertmanager's own data. */
export const dataFolder = "/alertmanager";

/** Templates, by the names of their ConfigMaps. */
export const templatesFolder = "/etc/vm/templates";
