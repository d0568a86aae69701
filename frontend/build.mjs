// Copies what the pages need from node_modules, builds the icon sprite, and writes a word that changes with the content.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = process.argv[2];
mkdirSync(join(target, 'fonts'), { recursive: true });

const copies = {
  'bootstrap.css': 'node_modules/bootstrap/dist/css/bootstrap.min.css',
  'bootstrap.rtl.css': 'node_modules/bootstrap/dist/css/bootstrap.rtl.min.css',
  'htmx.js': 'node_modules/htmx.org/dist/htmx.min.js',
  'masar.css': 'masar.css',
  'masar.js': 'masar.js',
  'passkey.js': 'passkey.js',
  'bpmn.js': 'node_modules/bpmn-js/dist/bpmn-navigated-viewer.production.min.js',
  'way.js': 'way.js',
};
for (const [name, from] of Object.entries(copies)) {
  const text = readFileSync(from, 'utf8').replace(/\n?\/[*/][#@] sourceMappingURL=.*$/m, '');
  writeFileSync(join(target, name), text);
}

// The sheets of the viewer, then ours for it; loaded only where a diagram is drawn.
writeFileSync(join(target, 'diagram.css'), ['node_modules/bpmn-js/dist/assets/diagram-js.css', 'diagram.css']
  .map((from) => readFileSync(from, 'utf8')).join('\n'));

const faces = [];
for (const [family, folder, subsets] of [
  ['IBM Plex Sans', '@fontsource/ibm-plex-sans', ['latin', 'latin-ext']],
  ['IBM Plex Sans Arabic', '@fontsource/ibm-plex-sans-arabic', ['arabic']],
]) {
  for (const weight of [400, 600]) {
    for (const subset of subsets) {
      const file = `${folder.split('/')[1]}-${subset}-${weight}-normal.woff2`;
      copyFileSync(join('node_modules', folder, 'files', file), join(target, 'fonts', file));
      const range = {
        latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+FEFF,U+FFFD',
        'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF,U+20A0-20AB,U+2C60-2C7F,U+A720-A7FF',
        arabic: 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC',
      }[subset];
      faces.push(
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;` +
          `src:url("fonts/${file}") format("woff2");unicode-range:${range}}`,
      );
    }
  }
}
writeFileSync(join(target, 'fonts.css'), faces.join('\n'));

const icons = readFileSync('icons.txt', 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
const symbols = icons.map((icon) => {
  const svg = readFileSync(join('node_modules/bootstrap-icons/icons', `${icon}.svg`), 'utf8');
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${icon}" viewBox="0 0 16 16">${inner}</symbol>`;
});
writeFileSync(join(target, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
copyFileSync('mark.svg', join(target, 'mark.svg'));

const hash = createHash('sha256');
for (const name of readdirSync(target).filter((name) => name !== 'version.txt' && name !== 'fonts').sort()) {
  hash.update(readFileSync(join(target, name)));
}
writeFileSync(join(target, 'version.txt'), hash.digest('hex').slice(0, 12));
