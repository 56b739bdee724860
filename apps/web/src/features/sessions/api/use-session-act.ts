import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Does something to a session outside its room. Whatever comes of it, sessions are asked for anew: a refusal often means that they are old. */
export function useSessionAct<Input, Answer>(act: (input: Input) => Promise<Answer>, onDone?: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => onDone?.(answer),
    onSettled: () => Promise.all(['sessions', 'session', 'minutes'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
