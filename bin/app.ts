import { App } from 'aws-cdk-lib';
import { synthApp } from './synth-app';

const code = synthApp({
  // An app that is never synthesized: it only knows where the CLI left the context.
  context: new App({ autoSynth: false }).node.getAllContext(),
  ...(process.env.CDK_OUTDIR === undefined ? {} : { outdir: process.env.CDK_OUTDIR }),
  stderr: (text) => process.stderr.write(text),
  today: new Date(),
  debug: process.env.SIZING_DEBUG === '1',
});

// A failed check of templates has set the code already: a bill that is fine does not make up for it.
if (code !== 0) process.exitCode = code;
