import { App } from 'aws-cdk-lib';
import { shopStages } from './stages';

shopStages(new App());
