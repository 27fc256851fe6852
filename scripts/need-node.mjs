// Says in one line what is wrong where an older Node runs this; npm brings the right one (devDependency "node").
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Dateline needs Node 24.15 or newer, this is ${process.versions.node}. Run "npm ci" without --ignore-scripts and start with "npm start".`,
  );
  process.exit(1);
}
