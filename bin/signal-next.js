#!/usr/bin/env node
// Syntax that Node 12 can parse, so that an old Node gets a sentence instead of a SyntaxError.
var found = process.versions.node.split('.').map(Number);

if (found[0] < 20 || (found[0] === 20 && found[1] < 19)) {
  process.stderr.write(
    'signal-next needs Node.js 20.19 or later; this is ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').\nInstall a newer Node.js (https://nodejs.org, or `nvm install 22`) and run the command again.\n',
  );
  process.exitCode = 2;
} else {
  import('../dist/cli.js')
    .then((cli) => cli.main(process.argv))
    .catch((error) => {
      if (error && error.code === 'ERR_MODULE_NOT_FOUND' && /dist[\\/]cli\.js/.test(String(error.message))) {
        process.stderr.write(
          'signal-next is not built: dist/cli.js is missing. In a clone of the repository run `npm run build`;' +
            ' in an installed package, install it again.\n',
        );
      } else {
        process.stderr.write(`signal-next could not start: ${error.stack || error}\n`);
      }
      process.exitCode = 2;
    });
}
