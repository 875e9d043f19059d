using System.Reflection;
using System.Reflection.Emit;

namespace Chiyoda.Bousai.Hub.Tests.Architecture;

/// <summary>Every type that the built code of a type names: in its signatures, and in the instructions of its methods.</summary>
internal static class Named
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> By(Type type)
    {
        var named = new HashSet<Type>();
        Add(named, type.BaseType);
        Array.ForEach(type.GetInterfaces(), one => Add(named, one));
        Add(named, type.GetCustomAttributesData());
        foreach (var field in type.GetFields(All))
        {
            Add(named, field.FieldType);
        }

        foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        {
            Add(named, (method as MethodInfo)?.ReturnType);
            Array.ForEach(method.GetParameters(), parameter => Add(named, parameter.ParameterType));
            Add(named, method.GetCustomAttributesData());
            AddInstructions(named, type, method);
        }

        return named;
    }

    /// <summary>Every method that the code of a type calls.</summary>
    public static IEnumerable<MethodBase> Calls(Type type) =>
        type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).SelectMany(method => Operands(type, method)).OfType<MethodBase>();

    private static void AddInstructions(HashSet<Type> named, Type type, MethodBase method)
    {
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
        {
            Add(named, local.LocalType);
        }

        foreach (var member in Operands(type, method))
        {
            Add(named, member);
        }
    }

    private static IEnumerable<MemberInfo?> Operands(Type type, MethodBase method)
    {
        var octets = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < octets.Length;)
        {
            var value = octets[at] == 0xFE ? (short)(0xFE00 | octets[at + 1]) : octets[at];
            var code = Codes[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return Resolve(type, method, BitConverter.ToInt32(octets, at));
            }

            at += LengthOf(code.OperandType, octets, at);
        }
    }

    private static int LengthOf(OperandType operand, byte[] octets, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(octets, at)),
        _ => 4,
    };

    private static MemberInfo? Resolve(Type type, MethodBase method, int token) => type.Module.ResolveMember(
        token,
        type.IsGenericType ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static void Add(HashSet<Type> named, IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(named, attribute.AttributeType);
        }
    }

    private static void Add(HashSet<Type> named, MemberInfo? member)
    {
        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            Array.ForEach(generic.GetGenericArguments(), argument => Add(named, argument));
        }

        switch (member)
        {
            case Type { HasElementType: true } array:
                Add(named, array.GetElementType());
                break;
            case Type type when named.Add(type):
                Array.ForEach(type.GetGenericArguments(), argument => Add(named, argument));
                break;
            case { DeclaringType: { } declaring } when member is not Type:
                Add(named, declaring);
                break;
        }
    }
}
