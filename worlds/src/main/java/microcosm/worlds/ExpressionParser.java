package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;

import microcosm.worlds.Expression.Comparator;

/// Reads an expression; the grammar is in FORMAT.md. The library splits the text and orders the operators; what the tree means is
/// decided here.
final class ExpressionParser {
    /// Characters of one expression.
    static final int LONGEST = 1000;
    private static final int DEEPEST = 64;

    private final String text;

    private ExpressionParser(String text) { this.text = text; }

    /// @throws Mistake if the text is not an expression
    static Expression parse(String text) throws Mistake {
        if (text.length() > LONGEST) {
            throw new Mistake(0, "an expression of " + text.length() + " characters",
                    "at most " + LONGEST + " characters");
        }
        if (text.isBlank()) {
            throw new Mistake(0, "nothing where an expression should stand", "a number, a name or a condition");
        }
        return new ExpressionParser(text).parsed();
    }

    /// What is wrong with an expression, and at which character of it.
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;
        final int index;
        final String what;
        final String expected;

        Mistake(int index, String what, String expected) {
            super(what, null, false, false);
            this.index = index;
            this.what = what;
            this.expected = expected;
        }
    }

    private Expression parsed() throws Mistake {
        refuseForeignOperators();
        return tree(split(), 0);
    }

    /// What the library makes of the text. It throws undeclared exceptions at some texts that are not expressions.
    private ASTNode split() throws Mistake {
        try {
            List<Token> tokens = new Tokenizer(text, ExpressionLanguage.CONFIGURATION).parse();
            refuseStrayCommas(tokens);
            return new ShuntingYardConverter(text, tokens, ExpressionLanguage.CONFIGURATION).toAbstractSyntaxTree();
        } catch (ParseException e) {
            throw unreadable(Math.clamp(e.getStartPosition() - 1L, 0, text.length() - 1), lowered(e));
        } catch (NoSuchElementException | IllegalStateException | IllegalArgumentException | NullPointerException
                | IndexOutOfBoundsException e) {
            throw unreadable(0, "brackets, operators and operands do not fit together");
        }
    }

    private Mistake unreadable(int index, String why) {
        return new Mistake(index, "cannot read \"" + text + "\": " + why, "an expression such as grain < 6");
    }

    private void refuseForeignOperators() throws Mistake {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = quoted != (c == '"');
            String two = text.substring(i, Math.min(i + 2, text.length()));
            String instead = switch (two) {
                case "==" -> "=";
                case "&&" -> "and";
                case "||" -> "or";
                case "<>" -> "!=";
                case "**" -> "^";
                default ->
                    c == '!' && !two.equals("!=") ? "not" : c == '\'' ? "\"" : c == '\\' ? "a string without it" : "";
            };
            if ((!quoted || c == '\\') && !instead.isEmpty()) {
                throw new Mistake(i, "\"" + ("!'\\".indexOf(c) >= 0 ? c : two) + "\" is not part of an expression",
                        "write " + instead);
            }
        }
    }

    /// The library takes `a, b` outside a function for a list of one, and passes over an empty argument.
    private void refuseStrayCommas(List<Token> tokens) throws Mistake {
        int depth = 0;
        var before = Token.TokenType.COMMA;
        for (Token token : tokens) {
            var now = token.getType();
            boolean comma = now == Token.TokenType.COMMA;
            boolean nothingBefore = before == Token.TokenType.COMMA || before == Token.TokenType.BRACE_OPEN;
            if ((comma && nothingBefore) || (now == Token.TokenType.BRACE_CLOSE && before == Token.TokenType.COMMA)) {
                throw new Mistake(index(token), "an empty argument", "an expression between commas");
            }
            if (comma && depth == 0) {
                throw new Mistake(index(token), "a comma outside a function", "one expression");
            }
            depth += now == Token.TokenType.BRACE_OPEN ? 1 : now == Token.TokenType.BRACE_CLOSE ? -1 : 0;
            before = now;
        }
    }

    private Expression tree(ASTNode node, int depth) throws Mistake {
        Token token = node.getToken();
        if (depth > DEEPEST) {
            throw new Mistake(index(token), "an expression nested deeper than " + DEEPEST, "fewer levels");
        }
        List<ASTNode> parts = node.getParameters();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> amount(token);
            case STRING_LITERAL -> new Expression.Text(token.getValue());
            case VARIABLE_OR_CONSTANT -> switch (token.getValue()) {
                case "true" -> new Expression.Truth(true);
                case "false" -> new Expression.Truth(false);
                default -> new Expression.Name(token.getValue());
            };
            case FUNCTION -> new Expression.Call(token.getValue(), trees(parts, depth));
            case PREFIX_OPERATOR -> {
                Expression of = tree(parts.getFirst(), depth + 1);
                yield token.getValue().equals("-") ? new Expression.Negative(of) : new Expression.Not(of);
            }
            case STRUCTURE_SEPARATOR ->
                new Expression.Field(tree(parts.getFirst(), depth + 1), parts.get(1).getToken().getValue());
            case INFIX_OPERATOR -> infix(token, parts, depth);
            default -> throw new Mistake(index(token), "\"" + token.getValue() + "\" is not part of an expression",
                    "numbers, names, functions and operators");
        };
    }

    private List<Expression> trees(List<ASTNode> nodes, int depth) throws Mistake {
        var trees = new ArrayList<Expression>();
        for (ASTNode node : nodes) {
            trees.add(tree(node, depth + 1));
        }
        return trees;
    }

    private Expression amount(Token token) throws Mistake {
        if (!token.getValue().matches("[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new Mistake(index(token), "\"" + token.getValue() + "\" is not a number here",
                    "digits with at most one point: 12 or 0.35");
        }
        return new Expression.Amount(new BigDecimal(token.getValue()));
    }

    private Expression infix(Token token, List<ASTNode> parts, int depth) throws Mistake {
        return switch (token.getValue()) {
            case "and", "or" -> logical(token, parts, depth);
            case "+" -> arithmetic(Expression.Operator.PLUS, parts, depth);
            case "-" -> arithmetic(Expression.Operator.MINUS, parts, depth);
            case "*" -> arithmetic(Expression.Operator.TIMES, parts, depth);
            case "/" -> arithmetic(Expression.Operator.DIVIDE, parts, depth);
            case "%" -> arithmetic(Expression.Operator.REMAINDER, parts, depth);
            case "^" -> arithmetic(Expression.Operator.POWER, parts, depth);
            default -> comparison(token, parts, depth);
        };
    }

    private Expression arithmetic(Expression.Operator operator, List<ASTNode> parts, int depth) throws Mistake {
        return new Expression.Arithmetic(operator, tree(parts.get(0), depth + 1), tree(parts.get(1), depth + 1));
    }

    private Expression logical(Token token, List<ASTNode> parts, int depth) throws Mistake {
        boolean and = token.getValue().equals("and");
        var of = new ArrayList<Expression>();
        for (ASTNode part : parts) {
            Expression tree = tree(part, depth + 1);
            if (tree instanceof Expression.Logical(var sameAnd, var inner) && sameAnd == and) {
                of.addAll(inner);
            } else {
                of.add(tree);
            }
        }
        return new Expression.Logical(and, of);
    }

    /// `a < b < c` arrives as `(a < b) < c`; so does what an author put in brackets, which would compare a truth value.
    private Expression comparison(Token token, List<ASTNode> parts, int depth) throws Mistake {
        var operands = new ArrayList<Expression>();
        var comparisons = new ArrayList<Comparator>();
        Expression left = tree(parts.get(0), depth + 1);
        if (left instanceof Expression.Comparison(var inner, var between)
                && brackets(parts.get(0).getToken()) == brackets(token)) {
            operands.addAll(inner);
            comparisons.addAll(between);
        } else {
            operands.add(left);
        }
        operands.add(tree(parts.get(1), depth + 1));
        comparisons.add(comparator(token));
        for (Expression operand : operands) {
            if (operand instanceof Expression.Comparison || operand instanceof Expression.Logical
                    || operand instanceof Expression.Not) {
                throw new Mistake(index(token), "\"" + token.getValue() + "\" compares a condition",
                        "a chain such as 0 <= q <= 60, or conditions joined by and, or, not");
            }
        }
        return new Expression.Comparison(operands, comparisons);
    }

    private static Comparator comparator(Token token) {
        return switch (token.getValue()) {
            case "<" -> Comparator.LESS;
            case "<=" -> Comparator.AT_MOST;
            case "=" -> Comparator.EQUAL;
            case "!=" -> Comparator.NOT_EQUAL;
            case ">=" -> Comparator.AT_LEAST;
            case ">" -> Comparator.GREATER;
            default -> throw new IllegalStateException("operator " + token.getValue() + " is not declared");
        };
    }

    /// @return how many brackets stand open where the token stands
    private int brackets(Token token) {
        boolean quoted = false;
        int open = 0;
        for (int i = 0; i < index(token); i++) {
            char c = text.charAt(i);
            quoted = quoted != (c == '"');
            if (!quoted && c == '(') {
                open++;
            } else if (!quoted && c == ')') {
                open--;
            }
        }
        return open;
    }

    private int index(Token token) { return Math.clamp(token.getStartPosition() - 1L, 0, text.length()); }

    private static String lowered(ParseException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
