# Overhead and tolerations may be there as well.
ssh controlplane
tee /home/candidate/runtimeclass.yaml > /dev/null <<'EOF'
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: ${{ class }} }
handler: ${{ handler }}
overhead: { podFixed: { memory: 120Mi, cpu: 0.25 } }
scheduling:
  tolerations: [{ key: sandbox, operator: Exists, effect: NoSchedule }]
EOF
sed -i 's|^  restartPolicy: Always$|&\n  runtimeClassName: ${{ class }}|' /home/candidate/pod.yaml
