/** CPU units of ECS in one vCPU. Source: Amazon ECS developer guide, "Task size". */
export const CPU_UNITS_PER_VCPU = 1_024;
