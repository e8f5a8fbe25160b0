import { App } from 'aws-cdk-lib';
import { shopStacks } from './stacks';

const app = new App();
shopStacks(app, app.node.tryGetContext('tier') ?? 'small');
