#!/usr/bin/env node
import './compile-cache';
import { App } from 'aws-cdk-lib';
import { answerCache } from './printed-answers';
import { synthApp } from './synth-app';

const code = synthApp({
  // This app is never synthesized: it only reads the context that the CDK CLI passes.
  context: new App({ autoSynth: false }).node.getAllContext(),
  ...(process.env.CDK_OUTDIR === undefined ? {} : { outdir: process.env.CDK_OUTDIR }),
  stderr: (text) => process.stderr.write(text),
  stderrColumns: process.stderr.columns,
  today: new Date(),
  cache: answerCache(process.env),
  debug: process.env.SIZING_DEBUG === '1',
});

// A failed validation of the templates has already set an exit code: an estimate without failures does not reset it.
if (code !== 0) process.exitCode = code;
