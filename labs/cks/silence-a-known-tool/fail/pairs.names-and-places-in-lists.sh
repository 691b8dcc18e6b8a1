ssh node01
sudo -i
# Each name with each place: that makes four pairs.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: known_tools
  items: [${{ tool1 }}, ${{ tool2 }}]

- rule: ${{ rule }}
  condition: and not (proc.name in (known_tools) and (${{ field }} startswith ${{ place1 }} or ${{ field }} startswith ${{ place2 }}))
  override:
    condition: append
EOF
