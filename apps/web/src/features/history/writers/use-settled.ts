import { useEffect, useState } from 'react';

const REST_MS = 150;

/** The value once it has rested: who drags a slider asks for what they stop at, not for all that lies between. */
export function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
