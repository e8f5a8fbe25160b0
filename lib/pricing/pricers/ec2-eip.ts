import type { Pricer } from '../pricer';
import { addressCharge } from './public-address';
import { ONE } from './quantities';

/** Elastic IP. The price is the same whether it is in use or not. */
export const ec2Eip: Pricer = {
  types: ['AWS::EC2::EIP'],
  charges: () => [addressCharge(ONE)],
};
