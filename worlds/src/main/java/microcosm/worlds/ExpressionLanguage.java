package microcosm.worlds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;

/// The operators and functions of the world format, as the expression library wants them declared. It only ever parses with them:
/// nothing here can be evaluated.
final class ExpressionLanguage {
    static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(new Operators()).functionDictionary(new AnyFunction()).arraysAllowed(false)
            .structuresAllowed(true).binaryAllowed(false).implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false).defaultConstants(new TreeMap<>()).build();

    private ExpressionLanguage() {}

    private record Operator(int precedence, boolean leftAssociative, boolean prefix) implements OperatorIfc {
        @Override
        public int getPrecedence() { return precedence; }

        @Override
        public int getPrecedence(ExpressionConfiguration configuration) { return precedence; }

        @Override
        public boolean isLeftAssociative() { return leftAssociative; }

        @Override
        public boolean isPrefix() { return prefix; }

        @Override
        public boolean isPostfix() { return false; }

        @Override
        public boolean isInfix() { return !prefix; }

        @Override
        public boolean isOperandLazy() { return true; }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
            throw new IllegalStateException("expressions are only parsed by this library");
        }
    }

    private static final class Operators implements OperatorDictionaryIfc {
        private final Map<String, OperatorIfc> infix = new TreeMap<>();
        private final Map<String, OperatorIfc> prefix = new TreeMap<>();

        Operators() {
            infix(1, "or");
            infix(2, "and");
            prefix.put("not", new Operator(3, false, true));
            infix(4, "=", "!=", "<", "<=", ">", ">=");
            infix(5, "+", "-");
            infix(6, "*", "/", "%");
            prefix.put("-", new Operator(7, false, true));
            infix.put("^", new Operator(8, false, false));
        }

        private void infix(int precedence, String... names) {
            List.of(names).forEach(name -> infix.put(name, new Operator(precedence, true, false)));
        }

        @Override
        public void addOperator(String name, OperatorIfc operator) {
            throw new IllegalStateException("the operators are fixed");
        }

        @Override
        public @Nullable OperatorIfc getPrefixOperator(String name) { return prefix.get(name); }

        @Override
        public @Nullable OperatorIfc getPostfixOperator(String name) { return null; }

        @Override
        public @Nullable OperatorIfc getInfixOperator(String name) { return infix.get(name); }
    }

    /// Which functions exist is the checker's to say.
    private static final class AnyFunction implements FunctionDictionaryIfc {
        private static final FunctionIfc FUNCTION = new FunctionIfc() {
            @Override
            public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
                return List.of(
                        FunctionParameterDefinition.builder().name("arguments").isVarArg(true).isLazy(true).build());
            }

            @Override
            public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... arguments) {
                throw new IllegalStateException("expressions are only parsed by this library");
            }

            @Override
            public void validatePreEvaluation(Token token, EvaluationValue... arguments) {
                throw new IllegalStateException("expressions are only parsed by this library");
            }

            @Override
            public boolean hasVarArgs() { return true; }

            @Override
            public int getCountOfNonVarArgParameters() { return 0; }
        };

        @Override
        public void addFunction(String name, FunctionIfc function) {
            throw new IllegalStateException("the functions are not fixed here");
        }

        @Override
        public FunctionIfc getFunction(String name) { return FUNCTION; }
    }
}
