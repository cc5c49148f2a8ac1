import { applicationPort, type Backend, type Backends, single } from "../../vmauth/backend";

const alertmanager: Backend = {
  ...single("VMAlertmanager", applicationPort("alertmanager")),
  portName: ({ portName }) => portName || "web",
  tls: ({ webConfig }) => webConfig?.tls_server_config !== undefined,
};

/** A VMAlertmanager, as VMUsers and VMAuths refer to it: with either spelling. */
export const backends: Backends = new Map([
  ["VMAlertManager", alertmanager],
  ["VMAlertmanager", alertmanager],
]);
