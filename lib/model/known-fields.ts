/**
 * The type of a value with no field that its shape does not have. TypeScript reports unknown fields of a literal where the type of a
 * parameter is known, but not where the type is inferred from the literal.
 */
export type KnownFields<Value, Shape> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly unknown[]
    ? { readonly [Index in keyof Value]: KnownFields<Value[Index], ElementOf<Shape>> }
    : {
        readonly [Field in keyof Value]: Field extends FieldsOf<OfKind<Shape, Value>>
          ? KnownFields<Value[Field], FieldOf<OfKind<Shape, Value>, Field>>
          : UnknownField<Field>;
      };

/** The members of a union of objects with the kind of the value, or all of them where the value has no kind. */
type OfKind<Shape, Value> = Value extends { readonly kind: infer Kind extends string }
  ? Shape extends { readonly kind?: infer Known }
    ? [Kind] extends [Known]
      ? Shape
      : never
    : Shape
  : Shape;

type ElementOf<Shape> = Shape extends readonly (infer Element)[] ? Element : never;
type FieldsOf<Shape> = Shape extends readonly unknown[] ? never : Shape extends object ? keyof Shape : never;
type FieldOf<Shape, Field> = Shape extends unknown ? (Field extends keyof Shape ? Shape[Field] : never) : never;

/** Type of an unknown field, in the message of the compiler. An object, because an intersection of two literals would be `never`. */
interface UnknownField<Field> {
  readonly unknownField: Field;
}
