// The widget, as the script that the page in one file unpacks: `peerMap`.

export { default as init, open } from "peer-map/widget";
