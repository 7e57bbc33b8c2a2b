import { Sentence } from "./say.mjs";

/** Node 20 is enough to install the packages, among which is the Node that runs the product. */
export function refuseOldNode() {
  if (Number(process.versions.node.split(".")[0]) < 20) throw new Sentence(`This needs Node 20 or later, and this is ${process.version}. Nothing was changed. Install Node 24 from https://nodejs.org and start again.`);
}
