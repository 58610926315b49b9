#include "value.hpp"

#include <cmath>

namespace vidimus::pdf {

const Value& Value::null()
{
    static const Value value;
    return value;
}

Value Value::ofNumber(double number)
{
    Value value;
    value.kind = Kind::Number;
    value.number = number;
    return value;
}

Value Value::ofName(std::string name)
{
    Value value;
    value.kind = Kind::Name;
    value.text = std::move(name);
    return value;
}

const Value& Value::operator[](std::string_view key) const
{
    if (kind == Kind::Dictionary)
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (keys[i] == key)
                return items[i];
    return null();
}

const Value& Value::at(std::size_t index) const
{
    return kind == Kind::Array && index < items.size() ? items[index] : null();
}

std::int64_t Value::integer() const
{
    if (kind != Kind::Number || !std::isfinite(number) || std::abs(number) > 9007199254740992.0)
        return 0;
    return static_cast<std::int64_t>(number);
}

} // namespace vidimus::pdf
