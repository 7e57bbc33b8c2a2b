import styles from "./choices.module.css";

type ChoicesProps<Value extends string> = {
  name: string;
  label: string;
  choices: readonly (readonly [Value, string])[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

/** A few choices side by side; plain radio buttons underneath, so that keys and readers know them. */
export function Choices<Value extends string>({ name, label, choices, chosen, onChoose }: ChoicesProps<Value>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      <div>
        {choices.map(([value, text]) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
