import { DataSource } from 'typeorm';
import { Doorbell } from './doorbell.js';

describe('the doorbell', () => {
  it('[ND1] is answered by one for each topic, and by nobody who would take it from another', () => {
    const doorbell = new Doorbell(new DataSource({ type: 'postgres' }));
    doorbell.onRing('text', () => undefined);
    doorbell.onRing('thread', () => undefined);
    expect(() => doorbell.onRing('text', () => undefined)).toThrow('two answer the doorbell for text');
  });
});
