/** The HTTP interface of Aidflow. */
export { type AppOptions, createApp } from './app.ts';
export type { DemoOptions } from './demo.ts';
export { isKnownOrigin, type OriginOptions } from './guard.ts';
export type { RateOptions } from './rate.ts';
export { type Served, type ServeOptions, serve } from './serve.ts';
