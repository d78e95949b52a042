/** A function that works out its answer when it is first asked for. */
export function once<Answer>(compute: () => Answer): () => Answer {
  let answer: { readonly value: Answer } | undefined;
  return () => {
    answer ??= { value: compute() };
    return answer.value;
  };
}
