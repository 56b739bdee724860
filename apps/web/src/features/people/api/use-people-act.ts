import { useMutation, useQueryClient } from '@tanstack/react-query';
import { peopleQuery } from './people-acts.js';

/** Does something to people. Whatever comes of it, the register is asked for anew: a refusal often means that it is old. */
export function usePeopleAct<Input, Answer>(act: (input: Input) => Promise<Answer>, onDone: (answer: Answer, input: Input) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => void client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
}
