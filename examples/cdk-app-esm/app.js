import { App, Validations } from 'aws-cdk-lib';
import { MonthlyBudget, TierStack } from 'sizing-blueprints';
import { blog } from './sizing.config.js';

const app = new App();
new TierStack(app, 'Blog', { system: blog, tier: 'small', region: 'us-east-1', imageTag: '2.0.1' });
Validations.of(app).addPlugins(new MonthlyBudget({ budget: 250 }));
