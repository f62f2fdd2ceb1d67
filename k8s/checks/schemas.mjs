// Kubernetes' schemas, twice: at run time for values (ranges, patterns, what is required), and as TypeScript types for names, because the schemas themselves let unknown fields pass.
import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const crds = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'keda.sh': '@kubernetes-models/keda',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

/** The module that has the class and the types of an object's kind. */
function moduleOf({ apiVersion, kind }) {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return `${crds[group] ?? 'kubernetes-models'}/${apiVersion}/${kind}`;
}

const title = (object) => `${object.kind} ${object.metadata?.name}`;

/** What is wrong with the values of one object: empty when nothing is. */
export function wrongValues(object) {
  let Model;
  try {
    Model = require(moduleOf(object))[object.kind];
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    return [`${title(object)}: there is no schema for ${object.apiVersion}`];
  }
  try {
    new Model(object).validate();
    return [];
  } catch (error) {
    return [`${title(object)}: ${error.message}`];
  }
}

/** What is wrong with the names in a list of objects: fields that their kinds do not have. */
export function wrongNames(objects) {
  const file = new URL('objects.ts', import.meta.url).pathname;
  const known = objects.filter((object) => wrongValues(object).every((fault) => !fault.includes('there is no schema')));
  const text = known.map((object, at) =>
    `import type { I${object.kind} as T${at} } from '${moduleOf(object)}';\nexport const o${at}: T${at} = ${JSON.stringify(object)};`).join('\n');
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, options.target) : getSourceFile(name, ...rest));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const line = found.file?.fileName === file ? found.file.getLineAndCharacterOfPosition(found.start).line : -1;
    const object = known[line >> 1];
    return `${object ? title(object) : 'types'}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`;
  });
}
