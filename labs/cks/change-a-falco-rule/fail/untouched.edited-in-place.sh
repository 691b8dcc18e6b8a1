ssh node01
sudo -i
# It works until the next update.
cd /etc/falco
line=$(grep -n '^- rule: ${{ rule }}$' falco_rules.yaml | cut -d: -f1)
sed -i "$line,$((line + 5))s/^  priority: .*/  priority: ${{ capitals }}/" falco_rules.yaml
sed -i "$line,$((line + 5))s/^  output: .*/  output: \"${{ output }}\"/" falco_rules.yaml
