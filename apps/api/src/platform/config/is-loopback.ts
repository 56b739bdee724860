const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

/** Is this a name or an address under which only this machine is reached? */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);
